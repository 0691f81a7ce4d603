/**
 * How members write an organization before somebody's name: as the network lists it, by its full name, and shortened
 * (きた町社協). Spellings that end with another one are left out: whoever looks for the shorter finds both.
 *
 * @param label as it stands before a family name; see label.ts
 */
export function organizationSpellings(name: string, label: string): string[] {
  const all = [...new Set([label, name].flatMap((one) => [one, one.replaceAll('社会福祉協議会', '社協')]))];
  return all.filter((one) => !all.some((other) => other !== one && one.endsWith(other)));
}

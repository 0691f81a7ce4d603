/** The digits of a phone number as one dials it in Japan, however it is written: +81 11-… is 011…. */
export const dialled = (number: string): string =>
  number.replace(/^\+ ?81[- .]{0,2}(?:\(0\))?/, '0').replace(/\D/g, '');

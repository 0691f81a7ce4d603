import { ages } from './ages.ts';
import { brokenPhones, spacedMail } from './broken-lines.ts';
import { called } from './called.ts';
import { cardNumbers } from './card-numbers.ts';
import { caseCodes } from './case-codes.ts';
import { caseNumbers } from './case-numbers.ts';
import { chains } from './chains.ts';
import { counts } from './counts.ts';
import { courtNumbers } from './courts.ts';
import { dates } from './dates.ts';
import { deskNumbers } from './desk-numbers.ts';
import { elsewhere } from './elsewhere.ts';
import { foundThere } from './found-there.ts';
import { generalWords } from './general-words.ts';
import { homes } from './homes.ts';
import { householdAmounts } from './household-amounts.ts';
import { listedThings } from './listed-things.ts';
import { type Look, looks } from './look.ts';
import {
  accountsWithBranch,
  deskIds,
  handles,
  looseBirth,
  loosePhones,
  spokenAddress,
  spokenCode,
  spokenIds,
} from './loosely-written.ts';
import { moves } from './moves.ts';
import { namesakes } from './namesakes.ts';
import { nationalities } from './nationalities.ts';
import { nobodyHere } from './nobody-here.ts';
import { noneOfTheirs } from './none-of-theirs.ts';
import { ownPages } from './own-pages.ts';
import { quarters } from './quarters.ts';
import { rooms } from './rooms.ts';
import { shownNames } from './shown-names.ts';
import { whereTheyWork } from './where-they-work.ts';
import { work } from './work.ts';
import {
  codesBeforePlaces,
  insuredNumbers,
  postPages,
  separatedPhones,
  shortAccounts,
  shortBirths,
  shortCards,
  shortClasses,
  shortPlates,
} from './written-short.ts';

const ALL: readonly Look[] = [
  brokenPhones,
  spacedMail,
  caseNumbers,
  cardNumbers,
  moves,
  namesakes,
  called,
  counts,
  elsewhere,
  dates,
  work,
  spokenAddress,
  spokenCode,
  looseBirth,
  loosePhones,
  accountsWithBranch,
  handles,
  deskIds,
  spokenIds,
  caseCodes,
  shownNames,
  rooms,
  shortBirths,
  separatedPhones,
  insuredNumbers,
  shortAccounts,
  shortPlates,
  shortClasses,
  codesBeforePlaces,
  shortCards,
  postPages,
  ages,
  chains,
  courtNumbers,
  ...deskNumbers,
  foundThere,
  homes,
  listedThings,
  whereTheyWork,
  nationalities,
  noneOfTheirs,
  ownPages,
  quarters,
  nobodyHere,
  generalWords,
  householdAmounts,
];

/** Makes the rules look more closely for as long as the program runs; a browser has no room for it. */
export function lookClosely(): void {
  for (const look of ALL) if (!looks.includes(look)) looks.push(look);
}

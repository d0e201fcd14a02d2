import type { check as source, checkFigures as figures } from '../zh-CN/claim-checks.js';

export const check: typeof source = {
  F01: {
    title: 'No payee account',
    causes: 'The center has no bank account on record, or it ended.',
    next: 'Record the payee account under center details.',
  },
  F02: {
    title: 'Nobody said what was claimed on paper this year',
    causes: 'The first claim of the year with the product.',
    next: 'Confirm on the claim board that nothing was claimed, or enter what was.',
  },
  F03: {
    title: 'A program cannot be computed',
    causes: 'The rules lack a rate, or the grade or a record of the center is missing.',
    next: 'See what is missing and who supplies it, then compute again.',
  },
  F04: {
    title: 'A line waits for a decision',
    causes: 'The cause of a returned line still stands, or the bureau must settle a reading.',
    next: 'Open the line; mend the record or object with a reason.',
  },
  F05: {
    title: 'Nothing is payable',
    causes: 'Nobody qualifies, or every month was claimed before.',
    next: 'Read why each person is not payable. If it is right, there is nothing to submit.',
  },
  F06: {
    title: 'A month of this year was never claimed',
    causes: 'Earlier months were skipped.',
    next: 'Nothing to do: what is due comes as catch-up in this claim. Look it over.',
  },
  F07: {
    title: 'A paper is missing',
    causes: 'A paper that the rules ask for is not attached yet.',
    next: 'Attach it under its row on the tab “Project”.',
  },
  F08: {
    title: 'Nothing is due as entered',
    causes:
      'The project does not meet the conditions, or another claim holds this subsidy already, or it was returned and nothing has changed since.',
    next: 'See the conditions and the reasoning on the tab “Project”. What was claimed before need not be claimed again. If it was returned, add or replace papers, or object at the line.',
  },
  F09: {
    title: 'Conditions without a photo or paper',
    causes: 'Figures were entered, but nothing shows them.',
    next: 'Attach photographs or licences under the conditions, so that the reviewer need not ask.',
  },
  F10: {
    title: 'No evaluated grade for the year',
    causes: 'No grade is recorded, or its dates lie outside the year.',
    next: 'Record grade, issuer and dates on the page of the center.',
  },
  F11: {
    title: 'The grade has no evidence',
    causes: 'A grade is recorded, but its document is not attached.',
    next: 'Attach the document under the grade on the page of the center.',
  },
  F12: {
    title: 'Something that the rules ask is not recorded',
    causes:
      'The county’s rules go by it, and no value holds on the last day of the period. What is not recorded counts as not fulfilled.',
    next: 'Record it under “What the rules ask” on the page of the center, resident or staff member. Leave it empty if there is none.',
  },
  R01: {
    title: 'A resident without an identity number',
    causes: 'No papers at admission, or none exist.',
    next: 'Add the number to the file, or the reason why there is none.',
  },
  R02: {
    title: 'Registered in another county',
    causes: 'The household is registered elsewhere.',
    next: 'See whether the rules ask for local registration.',
  },
  R03: {
    title: 'Moved in after the date of death',
    causes: 'A wrong date, or the wrong person.',
    next: 'Correct the admission or the date of death.',
  },
  R04: {
    title: 'The county’s register has a death before claimed days',
    causes: 'The death was not recorded in time, or a number on the county’s list is wrong.',
    next: 'Ask the family and look at the stay. Record the death and compute again; if the list is wrong, ask the bureau to check it.',
  },
  R05: {
    title: 'By the register the household has left the county',
    causes: 'The household moved and the file was not updated.',
    next: 'Check the household booklet and update the file; if it is still here, ask the bureau to check its list.',
  },
  R06: {
    title: 'Low income or destitute on file, not on the county’s list of that month',
    causes: 'It ended, was not approved yet, or the dates on file are wrong.',
    next: 'Check the certificate and correct category and dates; if it is valid, ask the bureau to check its list.',
  },
  R07: {
    title: 'Destitute on the county’s list, not on file',
    causes:
      'The file was not updated. Other money keeps the destitute, and some subsidies exclude them.',
    next: 'Check the certificate, enter the category with its date and compute again.',
  },
  R08: {
    title: 'A claimed person is on the staff list too',
    causes: 'One person entered as resident and as staff, or two of the same name and birthday.',
    next: 'Compare the identity numbers. Whoever does not live here: record the departure. Two people: note it.',
  },
  L01: {
    title: 'Lives here, never assessed',
    causes: 'No assessment was done, or its result not entered.',
    next: 'Have an assessment done, or enter the result and accept the level.',
  },
  L02: {
    title: 'The assessment ran out',
    causes: 'Its term ended without a new one.',
    next: 'Assess again soon. Days without a valid assessment pay nothing.',
  },
  L03: {
    title: 'An assessment runs out soon',
    causes: 'Its term ends shortly.',
    next: 'Plan the next one, so that no gap opens.',
  },
  L04: {
    title: 'Two valid assessments differ',
    causes: 'The house and the official team disagree, or one was entered twice.',
    next: 'Compare both. Official comes first, then the later one.',
  },
  L05: {
    title: 'A level rose by two steps or more at once',
    causes:
      'A sudden illness, wrong answers in one of the assessments, or a level raised for the rate.',
    next: 'Compare the answers and assessors. Attach medical papers of a sudden change; assess again where it is wrong.',
  },
  D01: {
    title: 'Died, but the stay goes on',
    causes: 'The death was recorded, the departure not.',
    next: 'Record the departure by death on the stay.',
  },
  D02: {
    title: 'Absence open past the planned return',
    causes: 'Back but not recorded, or still in hospital.',
    next: 'Record the return, or correct the planned day.',
  },
  D03: {
    title: 'An absence of somebody who did not live here',
    causes: 'A wrong date of absence or stay.',
    next: 'Correct the absence or the stay.',
  },
  D04: {
    title: 'The absence goes on after the stay',
    causes: 'It was not ended on departure.',
    next: 'End it on the day of departure.',
  },
  D05: {
    title: 'Left by death, no date of death',
    causes: 'The file lacks the date.',
    next: 'Add the date of death to the file.',
  },
  D06: {
    title: 'In hospital by the county’s list, claimed as present',
    causes: 'No absence was recorded, or its dates are incomplete.',
    next: 'Ask the family or the hospital, record the days and compute again; if nobody was in hospital, ask the bureau to check its list.',
  },
  D07: {
    title: 'More people live here than beds are on file',
    causes: 'The filing was not updated, or a departure was not recorded.',
    next: 'Compare the roster; have added beds filed with the bureau, record departures.',
  },
  D08: {
    title: 'Far more beds on file than in use',
    causes: 'Beds are closed or were never opened and still count, or not all beds were entered.',
    next: 'Count the beds: have closed ones taken off the filing, enter those that lack.',
  },
  S01: {
    title: 'Close to the stay threshold',
    causes: 'Between 88 and 93 days another way of counting may differ.',
    next: 'Look over admission, departure and absences by hand.',
  },
  S02: {
    title: 'Not yet past the stay threshold',
    causes: 'Not more than three months this year so far.',
    next: 'Nothing to do. Earlier months follow as catch-up.',
  },
  N01: {
    title: 'The same subsidy is claimed elsewhere',
    causes:
      'Another center of the county claims the same program for this person, for the whole month or for days that overlap.',
    next: 'Find out where the person lives, and on which days. The bureau sees the other center.',
  },
  N02: {
    title: 'Two files that may be one person',
    causes: 'Entered twice.',
    next: 'Compare the files and keep one.',
  },
  N03: {
    title: 'Lives in another center on the same days',
    causes: 'Dates of a move overlap, or a departure is missing.',
    next: 'Check the dates and ask the family.',
  },
  N04: {
    title: 'The month is claimed elsewhere too',
    causes: 'The person moved in from another center on other days, or gets another service there.',
    next: 'Compare days and programs. If nothing is claimed twice, submit as it is; the bureau sees it.',
  },
  N05: {
    title: 'This project was awarded before',
    causes: 'An award is paid once, and the ledger holds it already.',
    next: 'Look at the earlier application; where the amount changed, please contact the bureau.',
  },
  P01: {
    title: 'More was claimed on paper than is due',
    causes: 'Other rates on paper, or the facts changed since.',
    next: 'Check the papers. The difference comes as a reversal.',
  },
  P02: {
    title: 'Far from the amount of the month before',
    causes: 'People, levels or rules changed, or records of the month before were missing.',
    next: 'Compare person by person with the month before. A real change needs nothing; the bureau sees it when it draws a sample.',
  },
  X01: {
    title: 'Meals while away',
    causes: 'The return was recorded late, or somebody else was checked in.',
    next: 'Correct the absence or the meal.',
  },
  X02: {
    title: 'Services while away',
    causes: 'The return was recorded late, or the wrong person was served.',
    next: 'Correct the absence or the service.',
  },
  X03: {
    title: 'Meals or services after death',
    causes: 'The death was reported late, or the wrong person recorded.',
    next: 'Check the date of death; take back the meals or void the services that are wrong.',
  },
  X04: {
    title: 'Nobody was found at the bureau’s roll call on a claimed day',
    causes: 'Away without a record, or gone already.',
    next: 'Find out where the person was, record the absence or departure and compute again; have an explanation ready.',
  },
  X05: {
    title: 'The answers to a call contradict the claim',
    causes: 'Less was done than recorded, a record is wrong, or the person does not remember.',
    next: 'Compare the records one by one, call again or visit where needed, then judge the line.',
  },
  X06: {
    title: 'Claimed, without any record of the person that month',
    causes: 'Gone without a record, or meals and services were not entered for this person.',
    next: 'Find out whether the person lived here: record departure or leave, or complete the records.',
  },
  X07: {
    title: 'More service in a day than one worker can give',
    causes: 'Work of several people under one name, minutes made up, or a wrong day.',
    next: 'Go through the services of that day; correct worker, minutes or day.',
  },
  X08: {
    title: 'More portions in a day than one person eats',
    causes: 'Entered for others, or entered twice.',
    next: 'Look at the meals of that day and correct the portions.',
  },
  C01: {
    title: 'Served by somebody without a valid certificate',
    causes: 'It ran out, or was not entered.',
    next: 'Enter or renew it, or have a certified person serve.',
  },
  C02: {
    title: 'Served by somebody not employed that day',
    causes: 'Wrong employment dates, or the wrong person.',
    next: 'Correct the employment or the service.',
  },
  C03: {
    title: 'The center is not on file',
    causes: 'The receipt of its filing was not entered.',
    next: 'Ask the platform administrator to enter the date and the receipt.',
  },
  C04: {
    title: 'A service names nobody who gave it',
    causes: 'Nobody was chosen when it was recorded.',
    next: 'Void it and record it again with the person.',
  },
  C05: {
    title: 'People live here, and nobody is employed',
    causes: 'The staff was not entered, or the days of employment are wrong.',
    next: 'Enter who is employed, and since when, on the staff page.',
  },
  C06: {
    title: 'A licence had run out, or was refused, on claimed days',
    causes: 'It was not renewed, the new one was not entered, or the inspection failed.',
    next: 'Enter the renewed paper under licences on the page of the center; without one, apply for it and have an explanation ready.',
  },
  C07: {
    title: 'A licence runs out soon',
    causes: 'Its last day is near, or came after the period.',
    next: 'Renew it in time and enter the new one beside the old.',
  },
  C08: {
    title: 'A licence that every house needs is not entered',
    causes: 'It was not entered, or there is none.',
    next: 'Enter it under licences on the page of the center, or apply for it.',
  },
  T01: {
    title: 'The period is not over',
    causes: 'Prepared early.',
    next: 'Compute again after the last day, then submit.',
  },
  T02: {
    title: 'The claim year is closed',
    causes: 'The year was closed.',
    next: 'It must be reopened with a reason.',
  },
  T03: {
    title: 'Many meals or services were entered long after their day',
    causes: 'Kept on paper and entered together, or made up for the claim.',
    next: 'Keep the paper at hand, the bureau may ask for it; from now on enter on the day.',
  },
};

export const checkFigures: typeof figures = {
  L05: 'from level {{from}} to {{to}}',
  D07: '{{people}} people, {{beds}} beds on file, {{days}} days',
  D08: '{{filed}} on file, {{beds}} in use',
  P02: '{{beforeYuan}} yuan the month before, {{nowYuan}} now',
  X07: '{{minutes}} minutes that day; asked above {{limit}}',
  X08: '{{portions}} portions that day',
  C05: '{{days}} days',
  C06: '{{days}} days',
  T03: '{{late}} of {{entered}} later than {{limit}} days',
};

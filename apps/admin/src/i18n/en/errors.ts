import type { errors as source } from '../zh-CN/errors.js';

export const errors: typeof source = {
  // the client itself
  NETWORK:
    'The server cannot be reached, so nothing was saved. Check the network and try again; what you typed is still here.',
  NETWORK_READ: 'The server cannot be reached. Check the network and try again.',
  BAD_ANSWER:
    'The answer of the server cannot be read. Try again later; if it persists, give the request number to your administrator.',
  // platform
  UNAUTHENTICATED: 'You are signed out. Sign in again; forms you had not saved are kept.',
  FORBIDDEN:
    'You may not do this. If your work needs it, ask the administrator of your organization to change your role.',
  NOT_FOUND:
    'This record was not found: it may not exist, or it is in a center you cannot see. Go back to the list and look for it there.',
  INPUT_INVALID:
    'Some fields cannot be accepted and nothing was saved. Mend them as the notes under them say, then submit again.',
  STALE_VERSION:
    'Somebody changed this record after you opened it, so nothing was saved. Refresh to see the latest content, then edit again.',
  IDEMPOTENCY_KEY_REUSED:
    'This form was submitted once already with other content. Reload the page and check the earlier result before you submit again.',
  OVERLOADED: 'The server is busy and nothing was saved. Try again in a moment.',
  INTERNAL:
    'Something went wrong on the server and nothing was saved. Try again; if it persists, give the request number to your administrator.',
  INTERNAL_READ:
    'Something went wrong on the server. Try again; if it persists, give the request number to your administrator.',
  REASON_REQUIRED: 'This needs a reason. Write why, then submit again.',
  REQUEST_TOO_LARGE: 'This is too much for one go and was not saved. Submit it in parts.',
  FILE_TOO_LARGE:
    'The file is too large and was not uploaded. One file may have up to {{maxMegabytes}} MB; compress it or split it.',
  ATTACHMENT_KEPT:
    '“{{fileName}}” was filed with a submission, or a decision or payment rests on it. It stays; add another paper beside it.',
  ATTACHMENTS_FULL:
    'This record already has {{max}} attachments. Remove one that is not needed, or put several into one file.',
  STORAGE_FULL:
    "The server's storage is full; the file was not kept. Ask the system administrator to make room, then upload again.",
  FILE_TYPE_REFUSED:
    'This kind of file cannot be uploaded. Use JPG, PNG or WebP images, PDF, or Excel (xlsx, csv); renaming a file does not change its kind; save an old .xls, or a workbook with a password, as .xlsx without one first.',
  SHEET_UNREADABLE:
    'This spreadsheet cannot be opened; it may be damaged or have a password. Save it as .xlsx in Excel and upload it again.',
  SHEET_UNREADABLE_EMPTY:
    'No list was found in this spreadsheet: it needs a row of column names (such as 姓名) with at least one filled row below. Check whether it is the right file.',
  SHEET_UNREADABLE_TOO_MANY_ROWS:
    'This spreadsheet has more than {{max}} rows and was not uploaded. Split it and upload the parts.',
  SHEET_UNREADABLE_TOO_LARGE:
    'This spreadsheet is too large once unpacked and was not uploaded. Keep only the sheet with the list, delete empty rows and columns, save it as .xlsx and upload it again.',
  SHEET_UNREADABLE_COLUMNS_MISSING:
    'This spreadsheet lacks these columns: {{columns, list}}. Name the columns as the template does and upload it again.',
  EXPORT_TOO_LARGE:
    'This table has more than {{maxRows}} rows and was not exported. Narrow the filter and export it in parts.',
  JOB_WORKER_LOST:
    'This work was tried {{attempts}} times and stopped half-way each time; it is not tried again. Show this page to your administrator, and start it anew once the cause is gone.',
  // center: doors
  SIGN_IN_FAILED:
    'The user name or the password is wrong. Check both and try again; five failures in a row lock the account for a while.',
  ACCOUNT_LOCKED:
    'The account is locked after repeated wrong passwords. You can sign in again after {{until, moment}}. If it is urgent, ask an administrator to reset the password.',
  PASSWORD_CHANGE_REQUIRED:
    'On first use, and after a reset, you must choose a new password before you go on.',
  PASSWORD_CONFIRMATION_REQUIRED:
    'This step asks for your password once more. It was not given, so nothing was done; what you typed is still here.',
  PASSWORD_WEAK:
    'The new password is too easy to guess. Use at least 8 characters, no common password, no user name, no run of digits.',
  USER_NAME_TAKEN: 'This user name is taken. Choose another one.',
  LAST_ADMINISTRATOR:
    'You cannot disable yourself, nor disable the last person who can manage users or take that role away. Give the role to somebody else first.',
  CONTRACT_OVERLAP:
    'Another operating contract covers part of this time. A center has one operator on any day; adjust the dates.',
  INVITATION_INVALID:
    'This link was used, has expired or is incomplete. Ask your administrator for a new one.',
  GRADE_OVERLAP:
    'Another grade under the same scheme covers part of this time. Correct or end that one first.',
  // resident
  RESIDENT_ID_TAKEN:
    'This ID number is already in the roster of the center, as “{{name}}”. Open that file instead of making a second one.',
  RESIDENT_HAS_OPEN_STAY:
    'This person has a stay that is booked, open or ended by death. Record or correct it there.',
  DEATH_NOT_RECORDED: 'No day of death is recorded for this person. Refresh to see the latest.',
  CATEGORY_OVERLAP:
    'This category is already recorded from {{from}}; one category cannot hold twice at a time. Correct or end the other record first.',
  AGREEMENT_NUMBER_TAKEN:
    'The agreement number “{{number}}” is in use. Check it or choose another one.',
  CONSENT_ALREADY_WITHDRAWN:
    'This consent was withdrawn on {{on}} and cannot be withdrawn again. Refresh to see the latest.',
  // bed
  STAY_STATE_REFUSED:
    'This stay cannot take that step in its present state. Refresh to see how it stands now.',
  STAY_BLOCKED:
    'Something is still open, so nothing was saved. Settle the items of the list, then submit again.',
  BED_TAKEN:
    'Bed {{bed}} is held by {{holder}} from {{from}} until {{until}}, so nothing was saved. Choose another bed or other dates.',
  PERSON_TAKEN:
    '{{holder}} has bed {{bed}} from {{from}} until {{until}}, so nothing was saved. Discharge, change the bed or cancel the reservation first.',
  BED_OUT_OF_USE:
    'Bed {{bed}} cannot be used from {{from}} until {{until}} (in repair or closed), so nothing was saved. Choose another bed, or bring it back into use first.',
  ABSENCE_OVERLAP:
    'This person is already recorded as away in these days. Correct or cancel that record first.',
  ABSENCE_OUTSIDE_STAY:
    'The days away are not within the stay. Check the dates of admission and discharge.',
  PLACE_NAME_TAKEN:
    'A building, floor, room or bed with this name exists here: {{names}}. Choose another name.',
  PLACE_IN_USE:
    'It still holds rooms or beds, or somebody has lived there, so it cannot be removed. A bed can be closed instead.',
  // resident: levels
  ASSESSMENT_INCOMPLETE:
    'The form is not complete and cannot be signed. Fill in the items that are marked.',
  ASSESSMENT_CONTRADICTORY:
    'The form contradicts itself and cannot be signed. Check the items that are marked.',
  ASSESSMENT_WRONG_STATE:
    'In its present state this assessment does not allow that; somebody may just have dealt with it. Reload to see.',
  ASSESSMENT_OPEN:
    'This resident has an assessment that is not finished. Open and continue it instead of starting another.',
  ASSESSOR_SAME:
    'The second assessor must be another person. Let them sign in with their own account and sign.',
  OFFICIAL_FORM_BY_BUREAU:
    'Official assessments are organised by the bureau; a center cannot fill one itself. Enter the official report as an external result.',
  LEVEL_VALIDITY_MISSING: 'Say until when it holds, or that it has no end. One of the two.',
  LEVEL_OVERLAP:
    'Another level just took effect in this time, so nothing was saved. Reload and check the dates again.',
  // staff, care, meal
  STAFF_NOT_EMPLOYED:
    '{{name}} was not employed on {{onDate}}, so nothing can be recorded in that name. Choose another member of staff, or check the employment dates.',
  SERVICE_AFTER_DEATH:
    '{{name}} died on {{diedOn}}; no service can be recorded after that. Check the date or the name.',
  MEAL_NOT_ALLOWED:
    '{{name}} died on {{diedOn}}; no meal can be recorded after that. Check the date or the name.',
  // claim
  CLAIM_STATE:
    'In its present state ({{status}}) this claim does not take that step. Refresh the page and go on from its state.',
  CLAIM_PERIOD:
    '“{{period}}” is no claim period. Write a month such as 2025-04, or 2025-Q2, 2025-H1, 2025.',
  CLAIM_PERIOD_COVERED:
    'What is due for {{period}} stands in the claim of {{later}}. What was entered or corrected since comes into the next claim by itself; {{period}} is not claimed again.',
  CLAIM_PERIOD_OPEN:
    '{{period}} has not begun, so no claim can be prepared. Choose a month that has begun.',
  CLAIM_OTHER_OPERATOR:
    'Whoever runs the center on the last day of {{period}} claims for it; that is another operator.',
  CLAIM_UNDER_WAY:
    'Claim {{number}} of this period is under way. Prepare the next revision when it is finished, withdrawn or returned.',
  CLAIM_COMPUTED_BEFORE:
    'Claim {{number}} was computed by an earlier version of the product, which counted otherwise. Compute it again, then look at its lines.',
  CLAIM_COMPUTING: 'This claim is not computed yet. Wait until it is, then submit.',
  CLAIM_TWO_PEOPLE:
    'One person may not take both steps. Ask a colleague with the permission; for a center with one manager the bureau can record an exception.',
  CLAIM_FACTS_REFUSED:
    'The records of the center contradict each other in {{count}} places and cannot be computed: {{problems}}. Correct them first.',
  APPEAL_NOT_OPEN:
    'This line takes no appeal: nothing was cut or refused, it was appealed before, or claimed again since. Look at it afresh.',
  APPEAL_NOT_ON_PAPER:
    'This appeal was not entered from paper, or it is annulled already. Please load the page again.',
  APPEAL_LATE: 'The time for appeals is over; the last day was {{until}}.',
  CLAIM_NOT_OBJECTABLE:
    'This line is no unchanged returned line, or an objection is on record already. Refresh to see its state.',
  CLAIM_YEAR_CLOSED:
    'Claim year {{year}} is closed. The bureau can reopen it with a reason if something must be corrected.',
  CLAIM_YEAR_BUSY:
    'While {{number}} was submitted another claim changed the ledger; nothing was submitted. Compute it again, then submit.',
  CLAIM_WINDOW_EARLY: 'The county takes claims of this period from {{day}} on. Please submit then.',
  CLAIM_WINDOW_OVER:
    'The window closed on {{day}}, and the county takes no late claims. Please contact the bureau.',
  CLAIM_LATE_REASON:
    'The window closed on {{day}}, {{days}} days ago. Please say why it is late, then submit.',
  PROGRAM_NOT_APPLICABLE:
    'The rules in force know no program “{{program}}” that is applied for by itself.',
  SUPPLEMENT_CARRIED:
    'The next claim of this operator carries what {{number}} held; no supplementary decision is needed.',
  SUPPLEMENT_NOTHING:
    'Nothing that {{number}} held is released and undecided. Please load the page again.',
  DECISION_RESTED_ON:
    'Something was entered at {{number}} that rests on this entry. It cannot be annulled.',
  DECISION_RESTED_ON_PAYMENT: 'A payment of {{number}} rests on this entry. It cannot be annulled.',
  DECISION_RESTED_ON_PLAN:
    'A recovery plan of {{number}} rests on this entry. It cannot be annulled.',
  DECISION_RESTED_ON_APPEAL:
    'There is an appeal against this decision of {{number}}. Annul the entered appeal first.',
  DECISION_RESTED_ON_LINE:
    'A later decision carries lines that {{number}} held. It cannot be annulled.',
  DECISION_RESTED_ON_CLAIM:
    'The center submitted a claim after this was entered. Withdraw that claim first, then annul.',
  DECISION_RESTED_ON_DECISION:
    'A decision carries what was granted. Annul that decision first, then the appeal.',
  ASKED_FACT_OVERLAP:
    'A value from {{from}} on covers some of these days. Correct or withdraw that one first.',
  ASKED_FACT_UNKNOWN: 'No rule in force asks for this, so it was not saved. Reload the page.',
  AWARD_HELD:
    'This project was awarded before ({{number}}). A one-off award cannot be claimed twice.',
  AWARD_FIELD_UNKNOWN: 'The rules do not test “{{name}}”. Please load the page again.',
  AWARD_FROZEN: 'Application {{number}} was submitted: its project no longer changes.',
  AWARD_NO_QUESTION:
    'Application {{number}} leaves nothing to the bureau, or was answered already. Please load the page again.',
  AWARD_OPTION_UNKNOWN: 'Please choose one of the answers listed.',
  AWARD_OUTSIDE_RANGE:
    'The rules leave {{minFen, yuan}} to {{maxFen, yuan}} yuan to the bureau; the amount must lie within. Please check it against the document.',
  AWARD_QUESTION_OPEN:
    'Application {{number}} still waits for a decision that the rules leave to the bureau. Please record its document first.',
  STAGE_RULE_TAKEN: 'There is a rule from {{day}} on already. Please choose another day.',
  OPENING_TAKEN: 'The opening ledger is on record already.',
  OPENING_TOO_LATE:
    'A claim of this year was submitted, so the opening ledger no longer changes. Withdraw that claim first.',
  PACK_MISSING:
    'No policy pack of this county is in force on {{on}}. Ask the platform administrator or the bureau to adopt one.',
  PACK_OPTION_UNKNOWN: 'Question {{decision}} has no option {{option}}. Choose one from the list.',
  PACK_SAME: 'It is like this already; nothing to change.',
  PROPOSAL_OPEN: 'The same matter is waiting for confirmation already. Settle that proposal first.',
  PROPOSAL_SETTLED: 'This proposal has been settled already. Reload to see how.',
  PROPOSAL_NOT_YOURS: 'Only the person who proposed it may withdraw it.',
  PROPOSAL_TWO_PEOPLE: 'Another person than the one who proposed it has to confirm or reject it.',
  EFFECT_NOT_SEEN: 'Compute the effect of this very change first, then propose it.',
  NOTICE_BELOW_FLOOR: 'The document says “not less than”: a notice may only raise the figure.',
  RATE_UNKNOWN: 'The pack has no figure named {{rate}}.',
  RUN_PERIOD: 'No month of this year is over yet.',
  VERDICT_MISSING:
    '{{count}} lines have no verdict. Give one to each, or accept them together, then decide.',
  VERDICT_INVALID:
    'This verdict is incomplete or does not fit the line: {{reason}}. Add its code, date or amount.',
  PAYMENT_REFUSED:
    'This payment cannot be recorded: {{openFen, yuan}} CNY are left to pay. Check the amount, or whether it is on record already.',
  BUDGET_SHORT:
    'Only {{leftFen, yuan}} CNY of the money set aside for {{year}} is left. Enter what was added to it first, or pay a part.',
  RECEIPT_TAKEN:
    'Receipt {{receipt}} is on record for this claim already. Check whether it is a duplicate.',
  PAPER_NOT_USED:
    'The bureau of this county decides in the product, so no decision on paper can be entered. If there is one, ask the platform administrator to allow it.',
  PAYMENT_THROUGH_FINANCE:
    'The finance bureau of this county pays by batches. Put {{number}} into a batch for its officer to confirm.',
  CLAIM_YEAR_OPEN_WORK:
    'Claims or held lines of this year are still open: {{claims}}. Decide, return or settle them before closing the year.',
  CLAIM_YEAR_LATER_CLOSED: 'A later year, from {{year}}, is closed. Reopen the later year first.',
  NOTICE_OPEN_OBJECTIONS:
    '{{count}} objections to this notice have no answer yet. Answer them before taking it down.',
  NOTICE_NOT_OVER: 'The public notice runs until {{until}}; nothing can be paid before.',
  SAMPLE_EMPTY: 'No submitted, undecided claim of {{period}}: there is nobody to draw.',
  BATCH_TAKEN: 'There is a batch {{number}} already. Please choose another number.',
  BATCH_HOLDS_CLAIM: 'Claim {{number}} waits for payment in batch {{batch}} and is not paid twice.',
  BATCH_STATE: 'This batch or this item is settled already. Please reload.',
  BATCH_TWO_PEOPLE:
    'Whoever composed the batch cannot confirm it. An officer of the finance bureau does.',
  APPROPRIATION_TAKEN: 'Document {{document}} is entered already. Please check.',
  DEBT_FIRST:
    'The center owes {{debtFen, yuan}} CNY that are due. Net them first, or agree on instalments.',
  OFFSET_REFUSED:
    'Not so much: {{openFen, yuan}} CNY at most, of the same center and the same operator.',
  RECOVERY_PLAN_INVALID:
    'The parts come to {{sumFen, yuan}} CNY, the debt is {{debtFen, yuan}}; and each part must be later than the one before.',
  RECOVERY_PLAN_TAKEN: '{{number}} has a plan already.',
  FILING_NOT_READY:
    'The filing is not made yet. Try again in a moment; if it stays away, tell your administrator.',
  CLAIM_NOT_DECIDED:
    'Claim {{number}} is not decided yet; the statement of differences comes with the decision.',
  NOTICE_CLAIMS_DIFFER:
    'A notice is about one period. Publish the other claims in a notice of their own.',
  NOTICE_TOO_SHORT: 'This county asks for at least {{days}} days of notice. Move the last day.',
  NOTICE_TAKEN:
    'Notice number {{number}} is used already, or one of the claims hangs in another notice.',
  NOTICE_WITHDRAWN: 'This notice is withdrawn already.',
  NOTICE_CLOSED:
    'The notice period is not running, so nothing can be submitted here. Use the contact on the notice.',
  NOTICE_TOO_MANY:
    'Too many objections were sent from here. Try again tomorrow, or use the contact on the notice.',
  NOTICE_OBJECTION_OPEN:
    '{{blockedFen, yuan}} CNY stand under an objection; at most {{payableFen, yuan}} CNY can be paid now. Answer the objection, or release its money with a reason.',
  OBJECTION_ANSWERED: 'This objection is answered already. Reload to see how.',
  OBJECTION_NOT_BLOCKING: 'This objection holds nothing back.',
  // the monthly institution sheet
  SHEET_MONTH_OPEN:
    '{{month}} is not over, so nobody knows its last day yet. File it from the first of the next month on.',
  SHEET_MONTH_OUTSIDE:
    'There is no sheet of {{month}}. Choose a month between {{first}} and {{last}}.',
  SHEET_NOT_FILED:
    'The institution has not filed its sheet of {{month}}; it can be read once it is filed.',
  SHEET_CHANGED:
    'The records of {{month}} changed after you opened the sheet; nothing was filed. Refresh, look at the new figures and file again.',
  SHEET_UNCHANGED:
    'Nothing of {{month}} differs from what was filed; there is nothing to file again.',
  SHEET_DAMAGED:
    'The stored sheet is not what its digest says and is not shown. Tell an administrator of this page.',
  // roster
  REGISTRY_COLUMNS_MISSING:
    'The list lacks these columns: {{columns}}. Compare the template and upload again',
  CALL_POPULATION_EMPTY: 'There is nobody to call in this range; choose another month or program',
  CALL_SETTLED: 'This call has a result already; refresh the page',
  CALL_NO_PHONE: 'Neither the person nor a contact has a phone on file; note it and end the call',
  ROSTER_COLUMNS_MISSING:
    'A required column is not named yet. Say which column holds the names and the other required fields, then check again.',
  ROSTER_STATE_REFUSED:
    'This list is being worked on or has moved on, so this step is not possible. Wait for it to finish or refresh.',
  ROSTER_HAS_PROBLEMS:
    '{{count}} rows still have problems, so the list cannot go in whole. Mend them and upload again, or take in the good rows only.',
  ROSTER_FILE_GONE:
    'The uploaded file was cleared (it was taken in, or a newer one was uploaded). Upload it again.',
  // filing
  FILING_DOES_NOT_CLOSE:
    'The figures of the filing do not close, so it was not made. Compute the claim again; if it persists, give the request number to your administrator.',
  FILING_TOTALS_DISAGREE:
    'The totals of the filing differ from the claim, so it was not made. Compute the claim again; if it persists, give the request number to your administrator.',
};

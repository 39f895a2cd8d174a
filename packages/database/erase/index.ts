export { applyLedger, erasePerson, findPerson } from './erase.ts';
export { ledgerIn } from './ledger.ts';

export { filledDatabase, type TestDatabase, testDatabase } from './test-database.ts';

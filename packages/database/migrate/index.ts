export { claimInstallation } from './installation.ts';
export { migrate } from './migrate.ts';

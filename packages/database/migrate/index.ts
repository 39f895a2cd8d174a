export { applicationRole } from './application-role.ts';
export { claimInstallation, type InstallationKind } from './installation.ts';
export { migrate } from './migrate.ts';

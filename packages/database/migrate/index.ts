export { claimInstallation, type InstallationKind } from './installation.ts';
export { migrate } from './migrate.ts';

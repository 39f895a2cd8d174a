export { StepDiffers } from './apply.ts';
export { claimInstallation } from './installation.ts';
export { migrate, ownMigrations } from './migrate.ts';
export { setDemonstrationAside } from './set-aside.ts';

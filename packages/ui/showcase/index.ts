export { ComponentsPage } from './ComponentsPage.tsx';

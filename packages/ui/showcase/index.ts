export { ComponentsPage } from './ComponentsPage.tsx';
export { Shelf, ShowcasePart, Specimen } from './Specimen.tsx';

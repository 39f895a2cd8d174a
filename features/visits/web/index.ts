export { useVisitTitle } from './visit-line.tsx';
export { VisitsPart } from './visits-part.tsx';

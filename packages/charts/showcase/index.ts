export { ChartsPart } from './ChartsPart.tsx';

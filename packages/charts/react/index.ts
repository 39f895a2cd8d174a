export { ChartFigure } from './ChartFigure.tsx';

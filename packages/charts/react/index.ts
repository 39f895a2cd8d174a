export { ChartFigure, type ChartFigureProps } from './ChartFigure.tsx';

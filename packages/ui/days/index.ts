// Apart from the rest of the design system: no first page asks for a day, and its code comes with the form that does.
export { DayField, type DayFieldProps } from './DayField.tsx';
export { type Holiday, HolidaysProvider } from './schoolDays.tsx';
export { TimeField, type TimeFieldProps } from './TimeField.tsx';

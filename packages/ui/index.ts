import './styles.css';

export { Button, type ButtonKind, type ButtonProps } from './actions/Button.tsx';
export { IconButton, type IconButtonProps } from './actions/IconButton.tsx';
export { LinkButton, type LinkButtonProps } from './actions/LinkButton.tsx';
export { Menu, type MenuItem, type MenuProps } from './actions/Menu.tsx';
export { Banner, type BannerProps, type BannerTone } from './feedback/Banner.tsx';
export { Dialog, type DialogProps } from './feedback/Dialog.tsx';
export { ProgressBar, type ProgressBarProps } from './feedback/ProgressBar.tsx';
export {
  type ToastMessage,
  ToastProvider,
  type ToastProviderProps,
  type Toasts,
  useToasts,
} from './feedback/Toasts.tsx';
export { Checkbox, type CheckboxProps } from './fields/Checkbox.tsx';
export { type Choice, ChoiceGroup, type ChoiceGroupProps } from './fields/ChoiceGroup.tsx';
export { LineComposer, type LineComposerProps } from './fields/LineComposer.tsx';
export { ScalePicker, type ScalePickerProps } from './fields/ScalePicker.tsx';
export { Select, type SelectProps } from './fields/Select.tsx';
export { Switch, type SwitchProps } from './fields/Switch.tsx';
export { TextArea, type TextAreaProps } from './fields/TextArea.tsx';
export { TextField, type TextFieldProps } from './fields/TextField.tsx';
export { Icon, type IconName, iconNames } from './icons/icons.tsx';
export { MoodFace, type MoodLevel, WeatherPicture } from './icons/Mood.tsx';
export { fetchAhead, later } from './later.tsx';
export { BoardPart, type BoardPartProps, type PartLook } from './layout/BoardPart.tsx';
export { Card, type CardProps } from './layout/Card.tsx';
export { EmptyState, type EmptyStateProps } from './layout/EmptyState.tsx';
export { type Gap, Grid, Row, Stack } from './layout/Flow.tsx';
export { Note, type NoteProps } from './layout/Note.tsx';
export { type Accent, accents, Page, type PageProps } from './layout/Page.tsx';
export { Pill, type PillProps } from './layout/Pill.tsx';
export type { Room } from './layout/room.ts';
export { SectionHeading, type SectionHeadingProps } from './layout/SectionHeading.tsx';
export { type Column, Table, type TableProps } from './layout/Table.tsx';
export { useRoom } from './layout/useRoom.ts';
export { VisuallyHidden } from './layout/VisuallyHidden.tsx';
export { CountDown, type CountDownProps } from './people/CountDown.tsx';
export { type ClockMood, clockMood, clockText } from './people/clock.ts';
export { initialsOf, PersonChip, type PersonChipProps, type Presence } from './people/PersonChip.tsx';
export { StepList, type StepListProps, type StepState } from './people/StepList.tsx';
export { applyKeptTheme, type Theme, useTheme } from './theme/useTheme.ts';
export { useDraft } from './useDraft.ts';

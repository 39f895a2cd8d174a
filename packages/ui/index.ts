import './styles.css';

export { Button, type ButtonKind, type ButtonProps } from './actions/Button.tsx';
export { IconButton, type IconButtonProps } from './actions/IconButton.tsx';
export { Icon, type IconName, iconNames } from './icons/icons.tsx';
export { VisuallyHidden } from './layout/VisuallyHidden.tsx';

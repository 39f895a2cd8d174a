import type { ReactNode } from 'react';

/** Our own small set: 24 px grid, 2 px strokes, round ends, the colour of the text around them. */
const drawings = {
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  plus: <path d="M12 5v14M5 12h14" />,
  minus: <path d="M5 12h14" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  undo: <path d="M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4" />,
  clock: <path d="M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z" />,
  pause: <path d="M8.5 5.5v13M15.5 5.5v13" strokeWidth="3" />,
  play: <path d="M7 4.5v15l12-7.5z" />,
  next: <path d="M5 12h14m-6-6 6 6-6 6" />,
  back: <path d="M19 12H5m6-6-6 6 6 6" />,
  park: <path d="M4 4h16v16H4zM9.5 17V7.5h3a3 3 0 0 1 0 6h-3" />,
  people: (
    <path d="M12 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM2.5 20c0-3.5 2.7-5.5 6-5.500s6 2 6 5.500M15.5 4.800a3.5 3.5 0 0 1 0 6.400M17.5 14.900c2.4.7 4 2.5 4 5.1" />
  ),
  phone: <path d="M7 2.500h10v19H7zM11 18.500h2" />,
  wall: <path d="M2.5 4h19v12.500h-19zM8 20.500h8M12 16.500v4" />,
  offline: (
    <path d="m3 3 18 18M9 6.500A7 7 0 0 1 17.6 11 4.3 4.3 0 0 1 20 18M6.3 8.800A7 7 0 0 0 5 11.5 3.8 3.8 0 0 0 6.5 19H16" />
  ),
  mail: <path d="M3 5h18v14H3zM3.5 6l8.5 7 8.5-7" />,
  settings: (
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9M17 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM11 17a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z" />
  ),
  moon: <path d="M20 14.500A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.500Z" />,
  sun: (
    <path d="M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M5.3 18.700l1.4-1.400M17.3 6.700l1.4-1.4" />
  ),
  print: <path d="M7 8V3h10v5M7 17H3.500V8h17v9H17M7 14h10v7H7z" />,
  trash: <path d="M4 6.500h16M9 6.500V3.500h6v3M6 6.5 7 21h10l1-14.500M10 11v5.500M14 11v5.5" />,
  edit: <path d="m4 20 1-4.500L16.5 4 20 7.5 8.5 19zM14 6.500l3.5 3.5" />,
  eyeOff: (
    <path d="m3 3 18 18M10 5.300A9.6 9.6 0 0 1 21.5 12a14 14 0 0 1-2.3 3.300M6 7a13 13 0 0 0-3.5 5A10 10 0 0 0 17 17.300M9.9 9.900a3 3 0 0 0 4.2 4.2" />
  ),
  eye: <path d="M2.5 12a10 10 0 0 1 19 0 10 10 0 0 1-19 0ZM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z" />,
  up: <path d="m5 15 7-7 7 7" />,
  down: <path d="m5 9 7 7 7-7" />,
  more: <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3" />,
  qr: <path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM20 14v3M17 20h3M14 19.500v.5" />,
  chime: <path d="M6 17V11a6 6 0 0 1 12 0v6M4 17h16M10.5 20.500h3M12 2.500V5" />,
  star: <path d="m12 3 2.7 5.8 6.3.8-4.6 4.4 1.2 6.300L12 17.200l-5.6 3.100L7.6 14 3 9.600l6.3-.8z" />,
  target: (
    <path d="M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM16.5 12a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM12 12h.01" />
  ),
  search: <path d="M17 10.500a6.500 6.500 0 1 1-13 0 6.500 6.500 0 0 1 13 0ZM15.500 15.500 20.500 20.500" />,
  info: <path d="M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM12 11v5.500M12 7.500h.01" />,
  warning: <path d="M12 3.5 2.5 20h19zM12 10v4.500M12 17.300h.01" />,
  calendar: <path d="M4 5.500h16V20H4zM4 10h16M8 3v4M16 3v4" />,
  signOut: <path d="M10 4H4v16h6M9.5 12H20m-4.5-4.500L20 12l-4.5 4.5" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;
export const iconNames = Object.keys(drawings) as IconName[];

/** A picture beside words: hidden from screen readers, because the words say it. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1.25em"
      height="1.25em"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={className}
    >
      {drawings[name]}
    </svg>
  );
}

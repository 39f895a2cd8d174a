import { useEffect, useState } from 'react';
import styles from './qr-code.module.css';

type Drawn = { readonly size: number; readonly path: string };

/** An address for a phone's camera. Dark on light in both themes: many cameras read nothing else. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => {
    let isOver = false;
    void import('qrcode').then(({ create }) => {
      const { modules } = create(text, { errorCorrectionLevel: 'M' });
      if (!isOver) setDrawn({ size: modules.size, path: pathOf(modules.size, modules.data) });
    });
    return () => {
      isOver = true;
    };
  }, [text]);
  const size = drawn?.size ?? 29;
  return (
    // The standard asks for a quiet edge of four modules (ISO/IEC 18004 §9.1).
    <svg className={styles.code} viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label}>
      {drawn && <path d={drawn.path} />}
    </svg>
  );
}

function pathOf(size: number, data: Uint8Array): string {
  let path = '';
  for (const [index, isDark] of data.entries())
    if (isDark) path += `M${index % size} ${Math.floor(index / size)}h1v1h-1z`;
  return path;
}

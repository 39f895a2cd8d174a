import { type ReactNode, useMemo } from 'react';
import styles from './mailbox.module.css';

/**
 * A mail's HTML in our own elements: only paragraphs, headings, lists and web links are taken over, as text. No style,
 * script or picture of the mail itself ever reaches the page.
 */
export function LetterBody({ html }: { html: string }) {
  const content = useMemo(() => {
    // Its style is for mail programs; read here, our own security policy would complain about every bit of it.
    const { body } = new DOMParser().parseFromString(html.replaceAll(/ style="[^"]*"/g, ''), 'text/html');
    return childrenOf(body);
  }, [html]);
  return <div className={styles.letter}>{content}</div>;
}

function childrenOf(node: Node): ReactNode[] {
  // The text stands still: a place in it is as good a key as any.
  return [...node.childNodes].map((child, index) => drawn(child, String(index)));
}

function drawn(node: Node, key: string): ReactNode {
  if (node instanceof Text) return node.data;
  if (!(node instanceof HTMLElement)) return null;
  const content = childrenOf(node);
  switch (node.localName) {
    case 'p':
      return (
        <p key={key} className={/^\d{6}$/.test(node.textContent.trim()) ? styles.code : undefined}>
          {content}
        </p>
      );
    case 'h2':
      return <h3 key={key}>{content}</h3>;
    case 'ul':
      return <ul key={key}>{content}</ul>;
    case 'li':
      return <li key={key}>{content}</li>;
    case 'a': {
      const href = node.getAttribute('href') ?? '';
      return /^https?:\/\//.test(href) ? (
        <a key={key} href={href}>
          {content}
        </a>
      ) : (
        <span key={key}>{content}</span>
      );
    }
    case 'div':
      return <div key={key}>{content}</div>;
    default:
      return null;
  }
}

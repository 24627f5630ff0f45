import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import styles from './manual.module.css';
import { pictureUrl } from './pictures.ts';
import { hrefOfPlace, type ManualPlace, placeOf } from './place.ts';

interface MarkdownProps {
  text: string;
  onFollow: (place: ManualPlace) => void;
  onPicture: (url: string) => void;
}

/** What a chapter may hold, as elements of React: no HTML of its own gets onto the page. */
export function Markdown({ text, onFollow, onPicture }: MarkdownProps) {
  const tokens = useMemo(() => lexer(text), [text]);
  return all(tokens, { onFollow, onPicture });
}

type Doing = Omit<MarkdownProps, 'text'>;

/** A chapter never changes on the page: its pieces are children by their place, and need no keys. */
function all(tokens: readonly Token[] | undefined, doing: Doing): ReactNode {
  return createElement(Fragment, null, ...(tokens ?? []).map((token) => one(token as MarkedToken, doing)));
}

function one(token: MarkedToken, doing: Doing): ReactNode {
  switch (token.type) {
    case 'space':
      return null;
    case 'heading':
      return <HeadingOf token={token} doing={doing} />;
    case 'paragraph':
      return <p>{all(token.tokens, doing)}</p>;
    case 'list':
      return <ListOf token={token} doing={doing} />;
    case 'table':
      return <TableOf token={token} doing={doing} />;
    case 'blockquote':
      return <blockquote>{all(token.tokens, doing)}</blockquote>;
    case 'code':
      return <pre>{token.text}</pre>;
    case 'strong':
      return <strong>{all(token.tokens, doing)}</strong>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'link':
      return <LinkOf token={token} doing={doing} />;
    case 'image':
      return <PictureOf token={token} doing={doing} />;
    case 'text':
      return token.tokens === undefined ? token.text : all(token.tokens, doing);
    default:
      return token.raw;
  }
}

interface Of<Kind> {
  token: Kind;
  doing: Doing;
}

function HeadingOf({ token, doing }: Of<Tokens.Heading>) {
  const content = all(token.tokens, doing);
  return token.depth === 2 ? <h2 data-heading={token.text}>{content}</h2> : <h3>{content}</h3>;
}

function ListOf({ token, doing }: Of<Tokens.List>) {
  const items = token.items.map((item) => createElement('li', null, all(item.tokens, doing)));
  if (!token.ordered) return createElement('ul', null, ...items);
  return createElement('ol', { start: token.start === '' ? 1 : token.start }, ...items);
}

function TableOf({ token, doing }: Of<Tokens.Table>) {
  const row = (cells: readonly Tokens.TableCell[], tag: 'td' | 'th') =>
    createElement('tr', null, ...cells.map((cell) => createElement(tag, null, all(cell.tokens, doing))));
  return (
    <table>
      <thead>{row(token.header, 'th')}</thead>
      {createElement('tbody', null, ...token.rows.map((cells) => row(cells, 'td')))}
    </table>
  );
}

function LinkOf({ token, doing }: Of<Tokens.Link>) {
  const place = placeOf(token.href);
  if (place === null) return token.text;
  return (
    <a
      href={`#${hrefOfPlace(place)}`}
      onClick={(event) => {
        event.preventDefault();
        doing.onFollow(place);
      }}
    >
      {all(token.tokens, doing)}
    </a>
  );
}

function PictureOf({ token, doing }: Of<Tokens.Image>) {
  const url = pictureUrl(token.href);
  if (url === undefined) return token.text;
  return (
    <button
      type="button"
      className={styles.picture}
      title="放大"
      aria-label={`放大图片：${token.text}`}
      onClick={() => doing.onPicture(url)}
    >
      <img src={url} alt={token.text} width={1366} height={768} />
    </button>
  );
}

import BookOutlined from '@ant-design/icons/BookOutlined';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { CitationLink } from '#shared/contract/library.ts';
import { api } from '#renderer/app/client.ts';
import styles from './library.module.css';
import { libraryTables } from './words.ts';

/** Where the texts of a checklist or a scheme lead, by text. @param path of its page */
export function useCitationLinks(path: string): ReadonlyMap<string, CitationLink> {
  const { data = [] } = useQuery(
    api.library.links.queryOptions({ input: { path }, meta: { tables: libraryTables } }),
  );
  return new Map(data.map((link) => [link.text, link]));
}

/** A text with a way to the clause that it cites, where that is in the library. */
export function CitedText({ text, link }: { text: string; link: CitationLink | undefined }) {
  if (link === undefined) return text;
  const name = link.isOutdated ? '已失效，看现行的是哪一份' : '在文件库里看条文';
  return (
    <>
      {text}{' '}
      <Link
        href={link.path}
        // The row around it is what is dragged.
        draggable={false}
        className={(link.isOutdated ? styles.outdated : styles.cited) ?? ''}
        title={name}
        aria-label={`${text}：${name}`}
      >
        <BookOutlined aria-hidden />
        {link.isOutdated && ' 已失效'}
      </Link>
    </>
  );
}

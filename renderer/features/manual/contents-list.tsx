import SearchOutlined from '@ant-design/icons/SearchOutlined';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ManualHit, ManualPart } from '#shared/contract/manual.ts';
import { api } from '#renderer/app/client.ts';
import { FirstField } from '#renderer/ui/first-field.tsx';
import styles from './manual.module.css';
import type { ManualPlace } from './place.ts';

const LIMIT = 30;

interface ContentsListProps {
  parts: readonly ManualPart[];
  /** The chapter on show; its sections are listed below it. */
  open: ManualPlace;
  onChoose: (place: ManualPlace) => void;
}

/** The table of contents; while something is looked for, what was found. */
export function ContentsList({ parts, open, onChoose }: ContentsListProps) {
  const [text, setText] = useState('');
  const wanted = text.trim();
  const queries = useQueryClient();
  const search = api.manual.find.queryOptions({ input: { text: wanted, limit: LIMIT } });
  const { data: hits } = useQuery({
    ...search,
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });

  /** Of what this text finds: on show may still be what its beginning found. */
  async function chooseFirst(): Promise<void> {
    if (wanted === '') return;
    const [first] = await queries.ensureQueryData(search);
    if (first !== undefined) onChoose(placeOfHit(first));
  }

  return (
    <div className={styles.contents}>
      <FirstField
        allowClear
        prefix={<SearchOutlined aria-hidden />}
        aria-label="在使用手册里查找"
        placeholder="查找：词语或拼音首字母"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={() => void chooseFirst()}
      />
      <nav aria-label="手册目录" className={styles.lists}>
        {wanted === '' ? (
          parts.map((part) => <PartList key={part.title} part={part} open={open} onChoose={onChoose} />)
        ) : (
          <HitList hits={hits ?? []} onChoose={onChoose} />
        )}
      </nav>
    </div>
  );
}

function PartList({ part, open, onChoose }: Omit<ContentsListProps, 'parts'> & { part: ManualPart }) {
  return (
    <section>
      <h2>{part.title}</h2>
      {part.chapters.map(({ id, title, headings }) => (
        <div key={id}>
          <Choice isOpen={id === open.id} onChoose={() => onChoose({ id, heading: '' })}>
            {title}
          </Choice>
          {id === open.id &&
            headings.map((heading) => (
              <div key={heading} className={styles.section}>
                <Choice isOpen={heading === open.heading} onChoose={() => onChoose({ id, heading })}>
                  {heading}
                </Choice>
              </div>
            ))}
        </div>
      ))}
    </section>
  );
}

function HitList({ hits, onChoose }: { hits: readonly ManualHit[]; onChoose: (place: ManualPlace) => void }) {
  if (hits.length === 0) return <p className={styles.none}>没有找到，换个词试试。</p>;
  return hits.map((hit) => (
    <Choice key={`${hit.chapterId} ${hit.heading}`} isOpen={false} onChoose={() => onChoose(placeOfHit(hit))}>
      {hit.heading === '' ? hit.title : `${hit.title} › ${hit.heading}`}
      <small>{hit.excerpt}</small>
    </Choice>
  ));
}

function placeOfHit({ chapterId, heading }: ManualHit): ManualPlace {
  return { id: chapterId, heading };
}

interface ChoiceProps {
  isOpen: boolean;
  onChoose: () => void;
  children: ReactNode;
}

function Choice({ isOpen, onChoose, children }: ChoiceProps) {
  return (
    <button type="button" className={styles.choice} aria-current={isOpen} onClick={onChoose}>
      {children}
    </button>
  );
}

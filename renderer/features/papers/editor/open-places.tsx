import { Input } from 'antd';
import { useState } from 'react';
import { NUMBER_PLACE } from '#shared/rules/papers/dated-paper.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { openPlaces } from '#shared/rules/papers/places.ts';
import { rowsFor } from './fields.tsx';
import styles from './open-places.module.css';

interface OpenPlacesProps {
  paper: Paper;
  onFill: (name: string, value: string) => void;
}

/** What the template leaves open: one field for each name, filled everywhere it stands. */
export function OpenPlaces({ paper, onFill }: OpenPlacesProps) {
  const names = openPlaces(paper).filter((name) => name !== NUMBER_PLACE);
  if (names.length === 0) return null;
  return (
    <section className={styles.box} aria-label="要填的内容">
      <p className={styles.words}>还有 {names.length} 处要填，填完才能签发。填一次，标题和正文里都填上。</p>
      <div className={styles.places}>
        {names.map((name) => (
          <PlaceField key={name} name={name} onFill={onFill} />
        ))}
      </div>
    </section>
  );
}

function PlaceField({ name, onFill }: { name: string; onFill: OpenPlacesProps['onFill'] }) {
  const [text, setText] = useState('');
  const fill = (): void => {
    if (text.trim() !== '') onFill(name, text.trim());
  };
  return (
    <Input.TextArea
      aria-label={name}
      placeholder={name}
      rows={rowsFor(text, 4)}
      maxLength={5_000}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={fill}
      onPressEnter={(event) => {
        if (event.shiftKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        fill();
      }}
    />
  );
}

import { Input } from 'antd';
import { useState } from 'react';

/** Where a table is pasted, read as soon as it is; what was typed by hand is read when the field is left. */
export function PasteField({ label, onText }: { label: string; onText: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <Input.TextArea
      aria-label={label}
      rows={8}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain');
        if (pasted === '') return;
        event.preventDefault();
        onText(pasted);
      }}
      onBlur={() => onText(text)}
    />
  );
}

import type { ComponentProps, RefObject } from 'react';
import { useLayoutEffect } from 'react';
import type { Box } from '../geometry.ts';
import type { Editor } from '../hooks/use-editor.ts';
import styles from '../sheet-grid.module.css';
import { classes } from './classes.ts';
import { fitField } from './fit-field.ts';

interface ResidentFieldProps
  extends Pick<ComponentProps<'textarea'>, 'onKeyDown' | 'onCopy' | 'onCut' | 'onPaste'> {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  gridId: string;
  /** Id of the active cell as long as it is drawn. */
  activeCellId: string | undefined;
  isReadOnly: boolean;
  editor: Editor;
  /** The active cell's place on the canvas. */
  box: Box;
  maxWidth: number;
  maxHeight: number;
}

/** The one text field: unseen over the active cell until the first input, then the cell's editor. */
export function ResidentField(props: ResidentFieldProps) {
  const { field, editor, box, maxWidth, maxHeight } = props;
  const { mode } = editor;
  const { left, top, width, height } = box;
  const isEditing = mode !== null;

  const fit = () => {
    if (field.current) fitField(field.current, { width, height, maxWidth, maxHeight, isEditing });
  };
  useLayoutEffect(() => {
    if (field.current) fitField(field.current, { width, height, maxWidth, maxHeight, isEditing });
  }, [field, width, height, maxWidth, maxHeight, isEditing]);

  return (
    <textarea
      ref={field}
      aria-label={props.label}
      aria-controls={props.gridId}
      aria-activedescendant={props.activeCellId}
      className={classes(styles.field, isEditing && styles.editing)}
      style={{ left: left - 1, top: top - 1 }}
      rows={1}
      readOnly={props.isReadOnly}
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      data-editing={isEditing}
      onKeyDown={props.onKeyDown}
      onCopy={props.onCopy}
      onCut={props.onCut}
      onPaste={props.onPaste}
      onInput={() => {
        editor.onInput();
        fit();
      }}
      onBeforeInput={(event) => {
        if (!isEditing && isHistory(event.nativeEvent)) event.preventDefault();
      }}
      onCompositionStart={editor.onCompositionStart}
      onCompositionEnd={editor.onCompositionEnd}
      onBlur={editor.onBlur}
    />
  );
}

// What was typed into earlier cells is not this field's to take back: the host undoes whole operations.
function isHistory(event: Event): boolean {
  return event instanceof InputEvent && event.inputType.startsWith('history');
}

import type { Extensions } from '@tiptap/core';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { Placeholder } from '@tiptap/extensions/placeholder';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import { DerivedLook } from './behaviour/derived-look.ts';
import { FieldFilling } from './behaviour/field-filling.ts';
import { Keys } from './behaviour/keys.ts';
import { LastParagraph } from './behaviour/last-paragraph.ts';
import { TypedHeadings } from './behaviour/typed-headings.ts';
import { Pasting } from './paste/pasting.ts';
import { schemaExtensions } from './schema/schema.ts';
import { TableEditing } from './table/editing.ts';

const UNDO_STEPS = 300;

/** All that the body of a paper can do; `tell` says something to the clerk. */
export function bodyExtensions(tell: (text: string) => void): Extensions {
  return [
    ...schemaExtensions,
    UndoRedo.configure({ depth: UNDO_STEPS }),
    Gapcursor,
    Placeholder.configure({ placeholder: '在此书写正文' }),
    DerivedLook,
    TypedHeadings,
    FieldFilling,
    Keys,
    LastParagraph,
    Pasting.configure({ tell }),
    TableEditing,
  ];
}

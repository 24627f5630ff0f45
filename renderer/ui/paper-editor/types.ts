/** How decided items are marked in the text; without it none can be. */
export interface ResolutionMarks {
  /** The uid of a new decided item with these words; null: it shall not be made. */
  newUid: (text: string) => string | null;
  /** The clerk wants to see to this decided item. */
  onOpen?: (uid: string) => void;
}

/** What a page may ask of the editor. */
export interface BodyEditorHandle {
  focus: () => void;
  /** Gives what was typed since the last pause to `onChange` now. */
  flush: () => void;
  /** Selects the next open place of the template; false: there is none. */
  nextEmptyField: () => boolean;
  /** Marks the selection, or the sentence at the caret, as a decided item. */
  markResolution: () => boolean;
  unmarkResolution: (uid: string) => boolean;
  /** Shows the decided item's first words and puts the caret there. */
  revealResolution: (uid: string) => boolean;
}

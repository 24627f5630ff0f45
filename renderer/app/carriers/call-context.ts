/** What a call carries besides its input. */
export type CallContext = {
  /** The operation's own uid; a repeat with the same one is answered with the first result. */
  operationUid?: string;
  /** Repeat by itself when the connection is lost: only for what can be sent twice without harm. */
  repeat?: boolean;
  /** Sent though the page goes just then; for a short call whose answer nobody waits for. */
  outlivesPage?: boolean;
};

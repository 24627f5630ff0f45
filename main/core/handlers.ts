import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import type { ReadMeta, ServiceMeta, WriteMeta } from '#shared/contract/operation.ts';
import type { Role } from '#shared/rights.ts';
import type { Host } from './host.ts';
import type { ReadStore } from './store/read-store.ts';
import type { WriteStore } from './store/write-store.ts';

/*
 * A feature implements its part of the contract as a typed map of plain functions: a missing handler is
 * a type error. Read handlers get a store that cannot write; write handlers run inside transact and only
 * change rows: log, undo and change reports come by themselves. Both are synchronous.
 */

/** Who calls, from where. Comes from the session, never from the process. */
export interface Caller {
  userUid: string | null;
  userName: string;
  /** Null: nobody is signed in. */
  roles: readonly Role[] | null;
  windowUid: string;
  host: Host;
  /** The secret half of the user's key pair, where a password was given: opens what is kept from the others. */
  secretKey?: Uint8Array;
  /** Name of the second person who gave a password for this one call; only the core's own services set it. */
  confirmedBy?: string;
}

interface CommonContext {
  caller: Caller;
  /** UTC milliseconds of this call. */
  now: number;
  /** The local calendar day of this call. */
  today: string;
  resourcesFolder: string;
}
export interface ReadContext extends CommonContext {
  db: ReadStore;
}
export interface WriteContext extends CommonContext {
  db: WriteStore;
  dataFolder: string;
  /** What a job of the core has written into a file for this call; null: a page has made it. */
  payload: string | null;
  /** What was done, for the log: 城东区 2026 年第三季度 6 项. */
  summarize: (summary: string) => void;
  /** Names the operation that this one completes, so that one undo takes both back: a score and its reason. */
  complete: (operationUid: string) => void;
  /** What goes wrong from here on is recorded without its words: they may tell what lies sealed in the store. */
  hush: () => void;
  /**
   * Says how far long work is: 0 to 1, or null while that is unknown, and what is being done now, in Chinese.
   * @throws AppError cancelled, where the clerk no longer wants it
   */
  progress: (progress: number | null, step: string) => void;
}

// A contract is matched structurally; its error map plays no part here.
export type Handlers<Contract> = {
  [Name in keyof Contract as Contract[Name] extends ContractProcedure<
    infer _I,
    infer _O,
    infer _E,
    infer Meta
  >
    ? Meta extends ServiceMeta
      ? never
      : Name
    : Name]: Contract[Name] extends ContractProcedure<infer Input, infer Output, infer _E, infer Meta>
    ? Meta extends ReadMeta
      ? (input: InferSchemaOutput<Input>, context: ReadContext) => InferSchemaInput<Output>
      : Meta extends WriteMeta
        ? (input: InferSchemaOutput<Input>, context: WriteContext) => InferSchemaInput<Output>
        : never
    : Handlers<Contract[Name]>;
};

/** The service operations of a feature; they run in the dispatching process and may wait. */
export type Services<Contract, Context> = {
  [Name in keyof Contract as Contract[Name] extends ContractProcedure<
    infer _I,
    infer _O,
    infer _E,
    infer Meta
  >
    ? Meta extends ServiceMeta
      ? Name
      : never
    : never]: Contract[Name] extends ContractProcedure<infer Input, infer Output, infer _E, infer _M>
    ? (
        input: InferSchemaOutput<Input>,
        context: Context,
      ) => Promise<InferSchemaInput<Output>> | InferSchemaInput<Output>
    : never;
};

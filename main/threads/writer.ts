import { runWriter } from '#main/core/threads/writer-thread.ts';
import { threadHandlers } from '#main/features/thread-handlers.ts';

runWriter(threadHandlers);

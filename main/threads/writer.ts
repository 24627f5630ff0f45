import { runThread } from '#main/core/threads/run-thread.ts';
import { openWriter } from '#main/core/threads/writer-thread.ts';
import { threadHandlers } from '#main/features/thread-handlers.ts';

runThread(openWriter(threadHandlers));

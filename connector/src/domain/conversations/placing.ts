import { wholeKey, windowKey, windowStart } from '../activity-key.ts';
import { WINDOW_MS, type ConversationWindow } from './window.ts';

/** A window with the Task that is, or becomes, its own. */
export interface PlacedWindow {
    readonly window: ConversationWindow;
    readonly key: string;
    /** The key that its Task still carries, when the window's start has moved. */
    readonly formerKey?: string;
    /** Keys of the further Tasks that continue it, as they were written before. */
    readonly formerParts: readonly string[];
}

interface KnownTask {
    readonly key: string;
    /** Milliseconds; the key holds whole seconds. */
    readonly start: number;
    readonly parts: readonly string[];
}

const SECOND = 1_000;

/**
 * Gives each window its Task. The key says when the window starts, in whole seconds: windows of one conversation are
 * at least an hour apart, so no two share one.
 *
 * A Task belongs to the window in which its old start now lies; where that window has its Task already, the Task is
 * gone: its window was joined into another. Tasks that continue a window (`…_2`) go where it goes.
 *
 * @param windows of one conversation
 * @param known keys of the Tasks written before, continuations included
 */
export function placeWindows(
    windows: readonly ConversationWindow[],
    known: readonly string[]
): { readonly placed: readonly PlacedWindow[]; readonly gone: readonly string[] } {
    const tasks = knownTasks(known);
    const mine = new Map<ConversationWindow, KnownTask>();
    const taken = new Set<KnownTask>();
    /** The oldest free Task that starts from `from` on and before `until`. */
    const give = (window: ConversationWindow, from: number, until: number): void => {
        if (mine.has(window)) return;
        for (let n = firstFrom(tasks, from); (tasks[n]?.start ?? until) < until; n += 1) {
            const task = tasks[n] as KnownTask;
            if (taken.has(task)) continue;
            mine.set(window, task);
            taken.add(task);
            return;
        }
    };
    for (const window of windows) give(window, startOf(window), startOf(window) + WINDOW_MS);
    // The window's first message was told to be later than it was thought to be.
    for (const window of windows) give(window, startOf(window) - WINDOW_MS + 1, startOf(window) + 1);
    return {
        placed: windows.map((window) => place(window, mine.get(window))),
        gone: tasks.filter((task) => !taken.has(task)).flatMap((task) => [task.key, ...task.parts])
    };
}

function place(window: ConversationWindow, task: KnownTask | undefined): PlacedWindow {
    const key = windowKey(window.conversation, startOf(window));
    const moved = task !== undefined && task.key !== key ? { formerKey: task.key } : {};
    return { window, key, ...moved, formerParts: task?.parts ?? [] };
}

function startOf(window: ConversationWindow): number {
    const start = Date.parse(window.startedAt);
    return start - (((start % SECOND) + SECOND) % SECOND);
}

/** Of Tasks in order: the place of the first one that starts then or later. */
function firstFrom(tasks: readonly KnownTask[], start: number): number {
    let [low, high] = [0, tasks.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((tasks[middle] as KnownTask).start < start) low = middle + 1;
        else high = middle;
    }
    return low;
}

/** Oldest first, so that of several Tasks in one window the oldest stays. Keys of another form are nobody's. */
function knownTasks(known: readonly string[]): readonly KnownTask[] {
    const parts = Map.groupBy(known, wholeKey);
    const tasks = known.flatMap((key) => {
        const start = windowStart(key);
        return start === undefined ? [] : [{ key, start, parts: parts.get(key) ?? [] }];
    });
    return tasks.sort((a, b) => a.start - b.start);
}

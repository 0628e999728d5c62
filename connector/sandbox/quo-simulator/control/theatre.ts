import { Router } from 'express';
import { readBody } from '../api/body.ts';
import { badRequest, Refusal } from '../api/refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { createCast } from '../world/cast.ts';
import { createPlay, runPlay, type Play } from './play.ts';
import { instancesOf, progressOf } from './progress.ts';
import { instancesFor, PlayRequest } from './stage.ts';

/** One play at a time; the last one stays to be asked about. */
export interface Theatre {
    readonly routes: Router;
    /** Stops the play that is on, if any, and waits for it. */
    stop(): Promise<void>;
}

export function createTheatre(sandbox: Sandbox): Theatre {
    let play: Play | undefined;
    let running: Promise<void> = Promise.resolve();
    let stopper = new AbortController();
    let count = 0;
    const stop = async (): Promise<void> => {
        stopper.abort();
        await running;
    };
    const start = (request: PlayRequest): Play => {
        if (play?.state === 'playing') throw new Refusal(409, 'A play is on. DELETE /_control/play stops it.');
        const next = createPlay(sandbox, `play-${++count}`, staged(request, sandbox.now()), request);
        play = next;
        stopper = new AbortController();
        running = runPlay(sandbox, next, request, { totalMs: totalMs(request, next) }, stopper.signal);
        return next;
    };
    const routes = Router();
    routes.post('/play', async (request, response) => {
        const asked = readBody(request, PlayRequest);
        const started = start(asked);
        if (asked.wait) await running;
        response.status(asked.wait ? 200 : 202).json(describe(sandbox, started));
    });
    routes.get('/play', (_request, response) => {
        if (!play) throw new Refusal(404, 'Nothing was played yet. POST /_control/play starts a play.');
        response.json(describe(sandbox, play));
    });
    routes.delete('/play', async (_request, response) => {
        await stop();
        response.status(204).end();
    });
    return { routes, stop };
}

function describe(sandbox: Sandbox, play: Play): Record<string, unknown> {
    const castFor = (swaps: Readonly<Record<string, string>>) =>
        createCast(sandbox.world.workspace, sandbox.people, swaps);
    return { ...progressOf(play), played: instancesOf(play, castFor) };
}

function staged(request: PlayRequest, nowMs: number): ReturnType<typeof instancesFor> {
    try {
        return instancesFor(request, nowMs);
    } catch (error) {
        throw badRequest({ path: '/body/scenarios', message: error instanceof Error ? error.message : String(error) });
    }
}

function totalMs(request: PlayRequest, play: Play): number | null {
    if (request.seconds !== undefined) return request.seconds * 1_000;
    if (request.speed === undefined) return null;
    const times = play.steps.map((step) => step.tellAtMs);
    return (Math.max(...times) - Math.min(...times)) / request.speed;
}

import type { PagePlayer, Playback } from './pagePlayer';

/** A component's view of one recording, for as long as it stands on the page. */
export class Watching {
    private readonly player: PagePlayer;
    private readonly tell: (playback: Playback) => void;
    private watched?: string | undefined;
    private isConnected = false;
    private end?: (() => void) | undefined;

    constructor(player: PagePlayer, tell: (playback: Playback) => void) {
        this.player = player;
        this.tell = tell;
    }

    get address(): string | undefined {
        return this.watched;
    }

    set address(address: string | undefined) {
        if (address === this.watched) return;
        this.end?.();
        this.watched = address;
        this.begin();
    }

    connect(): void {
        this.isConnected = true;
        this.begin();
    }

    disconnect(): void {
        this.isConnected = false;
        this.end?.();
        this.end = undefined;
    }

    private begin(): void {
        this.end =
            this.isConnected && this.watched !== undefined ? this.player.watch(this.watched, this.tell) : undefined;
    }
}

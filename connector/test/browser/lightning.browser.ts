import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { lessTests } from './less.ts';
import { lookTests } from './looks.ts';
import { numberTests } from './numbers.ts';
import { openLightning, type Lightning } from './open-lightning.ts';
import { photoTests } from './photos.ts';
import { playerTests } from './player.ts';
import { rowActionTests } from './row-actions.ts';
import { sonaTests } from './sona.ts';
import { stateTests } from './states.ts';
import { taskTests } from './task.ts';
import { timelineTests } from './timeline.ts';
import { wordTests } from './words.ts';

describe('the Lightning pages, from Quo to the screen', { timeout: 600_000 }, () => {
    let lightning: Lightning;
    const current = () => lightning;
    before(async () => {
        lightning = await openLightning();
        await lightning.play(
            'incoming-answered',
            'text-after-call',
            'sona-knows-jean',
            'sona-takes-message',
            'missed-with-voicemail',
            'unknown-caller',
            'unknown-calls-twice-one-lead',
            'two-contacts-one-number',
            'text-conversation'
        );
    });
    after(async () => lightning?.close());

    describe('looks', () => lookTests(current));
    describe('timeline', () => timelineTests(current));
    describe('player', () => playerTests(current));
    describe('photos', () => photoTests(current));
    describe('task', () => taskTests(current));
    describe('words', () => wordTests(current));
    describe('Sona', () => sonaTests(current));
    describe('what a row leads on to', () => rowActionTests(current));
    describe('states', () => stateTests(current));
    describe('less', () => lessTests(current));
    describe('numbers', () => numberTests(current));

    test('the console of the browser stayed silent throughout', () => {
        assert.deepEqual(lightning.complaints, []);
    });
});

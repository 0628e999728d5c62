import { readdirSync, readFileSync } from 'node:fs';
import { Scenario } from './scenario.ts';

const folder = new URL('scenarios/', import.meta.url);

/** The names of all scenario files, without `.json`, sorted. */
export function scenarioNames(): string[] {
    return readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .map((file) => file.slice(0, -'.json'.length))
        .sort();
}

/** @throws {Error} when there is no such file, or when it isn't a scenario; the message names the file and the fault */
export function loadScenario(name: string): Scenario {
    if (!scenarioNames().includes(name)) {
        throw new Error(`There is no scenario "${name}". Known ones: ${scenarioNames().join(', ')}.`);
    }
    const parsed = Scenario.safeParse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
    if (!parsed.success) throw new Error(`scenarios/${name}.json is not a scenario: ${parsed.error.message}`);
    return parsed.data;
}

/** Every scenario, by name. */
export function loadScenarios(): Map<string, Scenario> {
    return new Map(scenarioNames().map((name) => [name, loadScenario(name)]));
}

import { BarChart, type BarSeriesOption } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { FlowRow } from '../../contracts/monitoring.ts';
import type { Words } from '../../locales/catalogue.ts';

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

const SIZE = { width: 960, height: 280 };
const COLOURS = ['#8e8f8e', '#1b96ff', '#2e844a'];
const HOUR = 3_600_000;

export interface HourTotal {
    readonly hour: string;
    readonly received: number;
    readonly matched: number;
    readonly written: number;
}

/** The last hours, each with what happened in all inboxes; hours without anything too. */
export function hourTotals(rows: readonly FlowRow[], nowMs: number, hours: number): readonly HourTotal[] {
    const current = Math.floor(nowMs / HOUR) * HOUR;
    const totals = Map.groupBy(rows, ({ hour }) => Date.parse(hour));
    return Array.from({ length: hours }, (_, n) => {
        const at = current - (hours - 1 - n) * HOUR;
        const sum = (of: (row: FlowRow) => number): number =>
            (totals.get(at) ?? []).reduce((all, row) => all + of(row), 0);
        return {
            hour: new Date(at).toISOString(),
            received: sum((row) => row.received),
            matched: sum((row) => row.matched),
            written: sum((row) => row.written)
        };
    });
}

/** Three bars an hour, as an SVG of its own: pages show it as a picture, so that its styles stay in it. */
export function flowChart(totals: readonly HourTotal[], timeZone: string, { monitoring, language }: Words): string {
    const { health } = monitoring;
    const clock = new Intl.DateTimeFormat(language, { timeZone, hour: '2-digit', hourCycle: 'h23' });
    const series = (['received', 'matched', 'written'] as const).map((what, n): BarSeriesOption => ({
        type: 'bar',
        name: health[what],
        ...(COLOURS[n] === undefined ? {} : { color: COLOURS[n] }),
        data: totals.map((total) => total[what])
    }));
    const chart = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
    try {
        chart.setOption({
            animation: false,
            textStyle: { fontFamily: 'sans-serif' },
            legend: { top: 0, left: 0, icon: 'rect' },
            grid: { left: 40, right: 10, top: 40, bottom: 30 },
            xAxis: { type: 'category', data: totals.map(({ hour }) => clock.format(new Date(hour))) },
            yAxis: { type: 'value', minInterval: 1 },
            series
        });
        return chart.renderToSVGString();
    } finally {
        chart.dispose();
    }
}

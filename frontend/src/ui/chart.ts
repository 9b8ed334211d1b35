import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

echarts.use([
  BarChart,
  LineChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
])

const css = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** Draws bars by category into `element`; answers what takes the chart away again. */
export function bars(element: HTMLElement, categories: string[], values: number[], name: string): () => void {
  const chart = echarts.init(element, null, { renderer: 'svg' })
  const quiet = css('--text-3')
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: css('--font'), color: quiet },
    grid: { left: 44, right: 8, top: 12, bottom: 28 },
    tooltip: { trigger: 'axis', confine: true, transitionDuration: 0 },
    xAxis: {
      type: 'category',
      data: categories,
      axisLine: { lineStyle: { color: css('--line-strong') } },
      axisLabel: { color: quiet },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: css('--line') } },
      axisLabel: { color: quiet },
    },
    series: [{ type: 'bar', name, data: values, barMaxWidth: 36, itemStyle: { color: css('--accent') } }],
  })
  return kept(element, chart)
}

function kept(element: HTMLElement, chart: echarts.ECharts): () => void {
  const observer = new ResizeObserver(() => chart.resize())
  observer.observe(element)
  return () => {
    observer.disconnect()
    chart.dispose()
  }
}

/** A line of `[day, value]`; told from another by its dashes as well as its colour. */
export interface CurveLine {
  name: string
  points: [string, number][]
  dashed?: boolean
}

/** A day that is marked across the curve, with a word. */
export interface CurveMark {
  day: string
  word: string
}

/** Draws how something grew day by day; answers what takes the chart away again. */
export function curve(element: HTMLElement, lines: CurveLine[], marks: CurveMark[]): () => void {
  const chart = echarts.init(element, null, { renderer: 'svg' })
  const quiet = css('--text-3')
  const colours = [css('--accent'), css('--text-2')]
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: css('--font'), color: quiet },
    color: colours,
    grid: { left: 56, right: 24, top: 36, bottom: 28 },
    legend: { show: lines.length > 1, top: 0, left: 0, textStyle: { color: css('--text-2') } },
    tooltip: { trigger: 'axis', confine: true, transitionDuration: 0 },
    xAxis: {
      type: 'time',
      // Days are what is counted: of a short while no hours are told.
      minInterval: 86_400_000,
      axisLine: { lineStyle: { color: css('--line-strong') } },
      axisLabel: { color: quiet, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: css('--line') } },
      axisLabel: { color: quiet },
    },
    series: lines.map((line, index) => ({
      type: 'line',
      step: 'end',
      name: line.name,
      data: line.points,
      showSymbol: false,
      lineStyle: { width: 2, type: line.dashed ? 'dashed' : 'solid' },
      markLine:
        index === 0
          ? {
              symbol: 'none',
              silent: true,
              lineStyle: { color: css('--bad'), type: 'dotted', width: 1.5 },
              label: { formatter: '{b}', color: css('--bad'), position: 'insideEndTop' },
              data: marks.map(({ day, word }) => ({ xAxis: day, name: word })),
            }
          : undefined,
    })),
  })
  return kept(element, chart)
}

import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

echarts.use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer])

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
  const observer = new ResizeObserver(() => chart.resize())
  observer.observe(element)
  return () => {
    observer.disconnect()
    chart.dispose()
  }
}

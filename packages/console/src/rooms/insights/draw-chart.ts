import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Legend,
  LinearScale,
  Tooltip,
} from "chart.js";
import type { FigureSeries } from "./figure-chart.ts";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);

export interface Look {
  readonly tones: readonly string[];
  readonly ink: string;
  readonly line: string;
  readonly font: string;
  /** Somebody asked their system for less motion, or it was drawn before. */
  readonly still: boolean;
}

export interface Drawing {
  readonly labels: readonly string[];
  readonly series: readonly FigureSeries[];
  readonly lying: boolean;
  readonly beside: boolean;
  readonly write: (value: number) => string;
}

function configOf({ labels, series, lying, beside, write }: Drawing, look: Look): ChartConfiguration<"bar"> {
  const counted = {
    stacked: !beside,
    beginAtZero: true,
    border: { display: false },
    grid: { color: look.line },
    ticks: { color: look.ink, precision: 0, callback: (value: string | number) => write(Number(value)) },
  };
  const named = {
    stacked: !beside,
    border: { color: look.line },
    grid: { display: false },
    ticks: { color: look.ink, autoSkip: !lying, maxRotation: 0 },
  };
  return {
    type: "bar",
    data: {
      labels: [...labels],
      datasets: series.map(({ name, values }, at) => ({
        label: name,
        data: [...values],
        backgroundColor: look.tones[at % look.tones.length],
        borderRadius: 3,
        maxBarThickness: 36,
      })),
    },
    options: {
      indexAxis: lying ? "y" : "x",
      maintainAspectRatio: false,
      animation: look.still ? false : { duration: 150 },
      interaction: { mode: "index", axis: lying ? "y" : "x", intersect: false },
      scales: lying ? { x: counted, y: named } : { x: named, y: counted },
      plugins: {
        legend: {
          display: series.length > 1,
          position: "bottom",
          labels: { color: look.ink, boxWidth: 12, boxHeight: 12 },
        },
        tooltip: {
          callbacks: {
            label: ({ dataset, raw }) => `${dataset.label ?? ""}: ${write(Number(raw))}`,
          },
        },
      },
    },
  };
}

/** Draws on the canvas; the chart that it gives is to be destroyed before the next. */
export function drawChart(canvas: HTMLCanvasElement, drawing: Drawing, look: Look): { destroy(): void } {
  Chart.defaults.font.family = look.font;
  return new Chart(canvas, configOf(drawing, look));
}

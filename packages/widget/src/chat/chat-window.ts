const NARROW = "(max-width: 520px), (max-height: 420px)";

/**
 * The dialog that holds the panel: beside the page on wide screens, over it on narrow ones, where the page behind
 * is inert and the on-screen keyboard never covers the field.
 */
export class ChatWindow {
  readonly #narrow = matchMedia(NARROW);
  #dialog: HTMLDialogElement | undefined;
  readonly #refit = () => {
    if (this.#dialog?.open) this.show(this.#dialog);
  };
  readonly #measure = () => {
    const view = window.visualViewport;
    if (!view || !this.#dialog) return;
    this.#dialog.style.setProperty("--_view-height", `${view.height}px`);
    this.#dialog.style.setProperty("--_view-top", `${view.offsetTop}px`);
  };

  show(dialog: HTMLDialogElement): void {
    if (dialog.open) dialog.close();
    this.#dialog = dialog;
    dialog.classList.toggle("whole", this.#narrow.matches);
    this.#measure();
    if (this.#narrow.matches) dialog.showModal();
    else dialog.show();
    this.#narrow.addEventListener("change", this.#refit);
    visualViewport?.addEventListener("resize", this.#measure);
    visualViewport?.addEventListener("scroll", this.#measure);
  }

  hide(): void {
    this.#narrow.removeEventListener("change", this.#refit);
    visualViewport?.removeEventListener("resize", this.#measure);
    visualViewport?.removeEventListener("scroll", this.#measure);
    this.#dialog?.close();
  }
}

/**
 * Above the content of a page that its host sent without what the address asks. Markup of `message`, whose module is no part of
 * this script: where facts cannot be had, a chunk cannot either.
 */
export function sayUnanswered(main: HTMLElement): void {
  main.querySelector(":scope > [role=alert]")?.remove();
  const message = document.createElement("div");
  message.className = "message";
  message.dataset.tone = "warn";
  message.setAttribute("role", "alert");
  message.innerHTML =
    "<strong>What the address asks could not be answered here.</strong><p>The facts could not be fetched. All is shown as it is without it.</p>";
  main.prepend(message);
}

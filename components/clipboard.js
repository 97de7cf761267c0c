// Puts a text on the reader's clipboard; `place` is where a page that is not secure has none, and a field with
// the text is selected instead: inside a dialog, which keeps the focus to itself.
function selected(text, place) {
  const area = document.createElement("textarea");
  area.value = text;
  place.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
async function copied(text, place) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return selected(text, place);
  }
}

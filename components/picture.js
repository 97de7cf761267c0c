// The pictures that a reader saves. The browser makes them of the drawing that Streamlit made in the same
// dialog: Plotly can be reached on a page only through the button in its own mode bar, which saves a file by a
// click on a link. That file is taken over on its way: it becomes the preview, the SVG with title and
// description inside, and the PNG of exactly the pixels that were promised.

const SVG = "http://www.w3.org/2000/svg";
const PATIENCE = 20_000; // milliseconds until a drawing that does not come is given up

let turn = Promise.resolve(); // Plotly makes one picture at a time
let face; // the face of all pictures, as a rule that stands in an SVG

function near(node) {
  let at = node.getRootNode().host ?? node;
  while (at && !at.querySelector(".js-plotly-plot .modebar-btn")) at = at.parentElement;
  return at && at.querySelector(".js-plotly-plot");
}

function drawing(node) {
  const end = performance.now() + PATIENCE;
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = near(node);
      if (found) resolve(found);
      else if (performance.now() > end || !node.isConnected) reject(new Error("no drawing"));
      else requestAnimationFrame(look);
    };
    look();
  });
}

// What Plotly draws for this layout. It copies data and layout as its button is pressed.
function snapshot(figure, { layout, width, height }) {
  return new Promise((resolve, reject) => {
    const create = URL.createObjectURL;
    let blob;
    const end = () => {
      clearTimeout(late);
      document.removeEventListener("click", take, true);
      URL.createObjectURL = create;
    };
    const take = event => {
      if (!event.target.matches("a[download]")) return;
      event.preventDefault();
      event.stopPropagation();
      end();
      resolve(blob.text());
    };
    const late = setTimeout(() => { end(); reject(new Error("no picture")); }, PATIENCE);
    URL.createObjectURL = made => create.call(URL, (blob = made));
    document.addEventListener("click", take, true);
    const own = figure.layout;
    figure.layout = layout;
    figure._context.toImageButtonOptions = { format: "svg", filename: "samspil", width, height, scale: 1 };
    figure.querySelector(".modebar-btn").click();
    figure.layout = own;
  });
}

function asDataAddress(blob) {
  return new Promise(resolve => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(blob);
  });
}

// A picture cannot ask the page for its face, so the face goes along: western European letters alone, 23 kB.
async function faceOfPictures() {
  const answer = await fetch("/app/static/samspil-sans.woff2");
  if (!answer.ok) return "";
  const data = await asDataAddress(await answer.blob());
  return `@font-face{font-family:'Samspil Sans';font-weight:400 700;src:url(${data}) format('woff2')}`;
}

async function standingAlone(text, { title, description }) {
  face ??= faceOfPictures().catch(() => "");
  const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const add = (tag, says) => {
    const part = document.createElementNS(SVG, tag);
    part.textContent = says;
    root.prepend(part);
    return part;
  };
  add("style", await face);
  for (const [tag, says] of [["desc", description], ["title", title]]) add(tag, says).id = `samspil-${tag}`;
  root.setAttribute("role", "img");
  root.setAttribute("aria-labelledby", "samspil-title");
  root.setAttribute("aria-describedby", "samspil-desc");
  return new XMLSerializer().serializeToString(root);
}

export function asSvg(figure, shape, words) {
  const made = turn.then(() => snapshot(figure, shape)).then(text => standingAlone(text, words));
  turn = made.catch(() => {});
  return made;
}

export async function asPng(svg, [width, height]) {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  root.setAttribute("width", width);
  root.setAttribute("height", height);
  const image = new Image(width, height);
  image.src = URL.createObjectURL(blobOf(new XMLSerializer().serializeToString(root)));
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  URL.revokeObjectURL(image.src);
  return new Promise(resolve => canvas.toBlob(resolve, "image/png"));
}

const blobOf = svg => new Blob([svg], { type: "image/svg+xml" });

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export default ({ parentElement, data }) => {
  const [preview, group, button, status] = ["img", "fieldset", "button", "[role=status]"]
    .map(selector => parentElement.querySelector(selector));
  const { shapes, words, said } = data;
  const made = new Map(); // the SVG of each form, made once
  const files = new Map(); // and the file of it, under way since the form is shown
  const svgOf = shape => {
    if (!made.has(shape.id)) {
      made.set(shape.id, drawing(parentElement).then(figure => asSvg(figure, shape, words)));
    }
    return made.get(shape.id);
  };
  const fileOf = shape => {
    if (!files.has(shape.id)) {
      files.set(shape.id, svgOf(shape).then(svg => shape.pixels ? asPng(svg, shape.pixels) : blobOf(svg)));
    }
    return files.get(shape.id);
  };
  const failed = shape => {
    made.delete(shape.id);
    files.delete(shape.id);
    status.textContent = said.failed;
  };
  let chosen;

  const choose = async shape => {
    chosen = shape;
    button.textContent = shape.button;
    status.textContent = "";
    preview.classList.add("waits");
    try {
      const svg = await svgOf(shape);
      if (chosen !== shape) return;
      URL.revokeObjectURL(preview.src);
      preview.src = URL.createObjectURL(blobOf(svg));
      preview.classList.remove("waits");
      await fileOf(shape);
    } catch {
      failed(shape);
    }
  };

  group.replaceChildren(group.querySelector("legend"), ...shapes.map((shape, number) => {
    const label = document.createElement("label");
    const radio = Object.assign(document.createElement("input"), { type: "radio", name: data.key });
    radio.checked = number === 0;
    radio.onchange = () => choose(shape);
    const [name, size] = [shape.name, shape.size].map(text =>
      Object.assign(document.createElement("span"), { textContent: text }));
    label.append(radio, name, size);
    return label;
  }));
  group.querySelector("legend").textContent = said.form;
  preview.alt = words.description;
  button.onclick = async () => {
    const shape = chosen;
    status.textContent = "";
    try {
      save(await fileOf(shape), shape.file);
      status.textContent = `${said.done} ${shape.file}`;
    } catch {
      failed(shape);
    }
  };
  choose(shapes[0]);
};

-- What a writer does in Neovim, step by step. Prints what the editor shows after each step as JSON; the test judges.
local folder = vim.env.WORKSPACE
local limit = 20000 -- milliseconds; a step that takes longer shows in what is printed
local facts = {}

vim.o.hidden = true
vim.o.swapfile = false

local function open(path)
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. path))
  return vim.api.nvim_get_current_buf()
end

--- The findings of a buffer with the very characters that Neovim marks, and those before them on the line.
local function marked(buffer)
  local found = vim.diagnostic.get(buffer)
  table.sort(found, function(a, b)
    return a.lnum < b.lnum or (a.lnum == b.lnum and a.col < b.col)
  end)
  return vim.tbl_map(function(diagnostic)
    local line = vim.api.nvim_buf_get_lines(buffer, diagnostic.lnum, diagnostic.lnum + 1, true)[1]
    local place = { diagnostic.lnum, diagnostic.col, diagnostic.end_lnum, diagnostic.end_col }
    return {
      code = diagnostic.user_data.lsp.code,
      severity = vim.diagnostic.severity[diagnostic.severity],
      line = diagnostic.lnum + 1,
      before = line:sub(1, diagnostic.col),
      text = table.concat(vim.api.nvim_buf_get_text(buffer, place[1], place[2], place[3], place[4], {}), '\n'),
      message = diagnostic.message,
    }
  end, found)
end

local function find(buffer, code)
  return vim.tbl_filter(function(finding)
    return finding.code == code
  end, marked(buffer))[1]
end

--- Lets Neovim work until a condition holds.
local function wait(condition)
  return vim.wait(limit, condition, 20)
end

local function replace(buffer, line, text)
  vim.api.nvim_buf_set_lines(buffer, line - 1, line, true, { text })
end

-- A post is opened, and one with Windows line endings.
local post = open('posts/q2-2024-recap.md')
wait(function()
  return find(post, 'no-copied-text') and find(post, 'no-nbsp')
end)
facts.opened = marked(post)
local windows = open('notes/crlf.md')
wait(function()
  return #marked(windows) > 0
end)
facts.windows = { format = vim.bo[windows].fileformat, findings = marked(windows) }

-- Something is typed before a finding.
vim.api.nvim_buf_set_text(post, 9, 0, 9, 0, { '👩‍🚀 東京: ' })
wait(function()
  local finding = find(post, 'no-nbsp')
  return finding and finding.text == '&nbsp;' and vim.startswith(finding.before, '👩')
end)
facts.typed = find(post, 'no-nbsp')

-- The earlier post says something else, in a buffer that is not saved.
local earlier = open('posts/q1-2024-recap.md')
replace(earlier, 12, 'Here is what the crew of the harbour did in winter: it mended the nets.')
wait(function()
  return not find(post, 'no-copied-text')
end)
facts.afterEarlierPost = marked(post)

-- A code action is chosen from the menu.
vim.api.nvim_set_current_buf(post)
vim.api.nvim_win_set_cursor(0, { 8, facts.opened[1] and #facts.opened[1].before or 0 })
vim.ui.select = function(items, options, choose)
  facts.actions = vim.tbl_map(options.format_item, items)
  choose(items[1])
end
vim.lsp.buf.code_action()
wait(function()
  return not find(post, 'no-quarter-mixup')
end)
facts.afterAction = vim.api.nvim_buf_get_lines(post, 7, 8, true)[1]

-- The posts are saved, which repairs them where the guide was followed.
vim.cmd('write')
vim.api.nvim_set_current_buf(windows)
vim.cmd('write')
wait(function()
  return not find(post, 'no-nbsp') and not find(windows, 'no-nbsp')
end)
facts.afterSave = marked(post)

-- Saved once more, where nothing is left to repair.
vim.cmd('write')

-- The configuration is edited.
open('.recaplintrc.json')
vim.api.nvim_buf_set_lines(0, 0, -1, true, { '{ "rules": { "no-repeated-word": "error" } }' })
vim.cmd('write')
wait(function()
  local finding = find(post, 'no-repeated-word')
  return finding and finding.severity == 'ERROR'
end)
facts.afterConfiguration = marked(post)

-- Neovim lets the server go.
local clients = vim.lsp.get_active_clients()
facts.clients = #clients
clients[1].config.on_exit = function(code, signal)
  facts.exit = { code = code, signal = signal }
end
clients[1].stop()
wait(function()
  return facts.exit
end)

io.stdout:write('facts: ' .. vim.json.encode(facts) .. '\n')
vim.cmd('qall!')

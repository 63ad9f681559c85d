#!/usr/bin/env bash
# Makes the tiny files that media-service's parser tests read. Needs ffmpeg; run by hand only, the results are committed.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=media-service/src/test/resources/samples
mkdir -p "$target"

run() { ffmpeg -hide_banner -loglevel error -y "$@"; }
picture=(-f lavfi -i "color=c=0x25f4ee:size=360x640:rate=25:duration=4")
sound=(-f lavfi -i "sine=frequency=440:sample_rate=16000:duration=4")
bare=(-map_metadata -1 -fflags +bitexact -flags:v +bitexact)
h264=(-c:v libx264 -pix_fmt yuv420p -preset veryslow -crf 45 -g 50)
aac=(-c:a aac -b:a 8k -ac 1 -flags:a +bitexact)

run "${picture[@]}" "${sound[@]}" "${h264[@]}" "${aac[@]}" "${bare[@]}" "$target/moov-last.mp4"
run "${picture[@]}" "${sound[@]}" "${h264[@]}" "${aac[@]}" "${bare[@]}" \
  -movflags +frag_keyframe+empty_moov+default_base_moof "$target/fragmented.mp4"
run "${picture[@]}" "${h264[@]}" "${bare[@]}" -movflags +frag_keyframe "$target/fragmented-after-index.mp4"
run "${picture[@]}" "${sound[@]}" "${h264[@]}" "${aac[@]}" "${bare[@]}" -movflags +faststart "$target/quicktime.mov"
run -i "$target/moov-last.mp4" -c copy "${bare[@]}" -metadata:s:v:0 rotate=90 "$target/rotated.mp4"
run "${picture[@]}" -c:v libx265 -pix_fmt yuv420p -preset medium -crf 45 -x265-params log-level=none -tag:v hvc1 \
  "${bare[@]}" "$target/hevc.mp4"
run "${picture[@]}" "${sound[@]}" -c:v libvpx-vp9 -b:v 20k -c:a libopus -b:a 8k "${bare[@]}" "$target/vp9.webm"
run "${picture[@]}" -c:v libvpx -b:v 20k "${bare[@]}" "$target/vp8.webm"
run "${picture[@]}" "${sound[@]}" -c:v libvpx-vp9 -b:v 20k -g 25 -c:a libopus -b:a 8k "${bare[@]}" \
  -cluster_time_limit 1000 -live 1 -f webm pipe:1 > "$target/live.webm"
run "${picture[@]}" "${h264[@]}" "${bare[@]}" "$target/h264.mkv"
run "${sound[@]}" "${aac[@]}" "${bare[@]}" "$target/sound-only.m4a"
run -f lavfi -i "color=c=0x25f4ee:size=360x640:rate=30000/1001:duration=4" "${h264[@]}" "${bare[@]}" "$target/ntsc.mp4"
run "${picture[@]}" -frames:v 1 "${bare[@]}" -q:v 31 "$target/photo.jpg"
run "${picture[@]}" -frames:v 1 "${bare[@]}" "$target/photo.png"
run "${picture[@]}" -frames:v 1 "${bare[@]}" -c:v libwebp -quality 10 "$target/lossy.webp"
run "${picture[@]}" -frames:v 1 "${bare[@]}" -c:v libwebp -lossless 1 "$target/lossless.webp"
run "${picture[@]}" -frames:v 1 "${bare[@]}" "$target/photo.gif"
run "${picture[@]}" -c:v mpeg4 -q:v 31 "${bare[@]}" "$target/video.avi"

ls -l "$target"
